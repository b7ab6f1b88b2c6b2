import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from "kysely";
import type { Migration } from "../../engines/database/migrate.ts";

const required = (column: ColumnDefinitionBuilder) => column.notNull();
const key = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull();

export const begin: Migration = {
  number: 1,
  name: "begin",
  async up(rows) {
    await photos(rows);
    await derived(rows);
    await work(rows);
    await conversations(rows);
  },
};

function ofPhoto(table: CreateTableBuilder<string, string>) {
  return table
    .addColumn("photo_id", "text", (column) => column.notNull().references("photos.id").onDelete("cascade"))
    .addColumn("owner", "text", required);
}

function placeColumns<C extends string>(table: CreateTableBuilder<string, C>) {
  return table
    .addColumn("taken_local", "text")
    .addColumn("taken_offset", "integer")
    .addColumn("latitude", "double precision")
    .addColumn("longitude", "double precision")
    .addColumn("city", "text")
    .addColumn("region", "text")
    .addColumn("country", "text")
    .addColumn("country_code", "text");
}

async function photos(rows: Kysely<unknown>) {
  await rows.schema
    .createTable("photos")
    .addColumn("id", "text", key)
    .addColumn("owner", "text", required)
    .addColumn("sha256", "text", required)
    .addColumn("file_name", "text", required)
    .addColumn("type", "text", required)
    .addColumn("extension", "text", required)
    .addColumn("bytes", "bigint", required)
    .addColumn("modified_at", "bigint")
    .addColumn("status", "text", required)
    .addColumn("failure_stage", "text")
    .addColumn("failure_reason", "text")
    .addColumn("sort_at", "bigint", required)
    .addColumn("created_at", "bigint", required)
    .addColumn("deleted_at", "bigint")
    .addUniqueConstraint("photos_owner_sha256", ["owner", "sha256"])
    .execute();
  await rows.schema
    .createIndex("photos_newest")
    .on("photos")
    .columns(["owner", "deleted_at", "sort_at", "id"])
    .execute();
  await rows.schema
    .createIndex("photos_status")
    .on("photos")
    .columns(["owner", "status", "deleted_at"])
    .execute();
  await rows.schema.createIndex("photos_sha256").on("photos").column("sha256").execute();

  await placeColumns(
    ofPhoto(rows.schema.createTable("photo_edits"))
      .addColumn("favourite", "integer", (column) => column.notNull().defaultTo(0))
      .addColumn("title", "text")
      .addColumn("caption", "text")
      .addColumn("rating", "integer")
      .addColumn("keywords", "text")
      .addColumn("people", "text"),
  )
    .addColumn("updated_at", "bigint", required)
    .addPrimaryKeyConstraint("photo_edits_key", ["photo_id"])
    .execute();
}

async function derived(rows: Kysely<unknown>) {
  await placeColumns(
    ofPhoto(rows.schema.createTable("photo_facts"))
      .addColumn("width", "integer")
      .addColumn("height", "integer"),
  )
    .addColumn("make", "text")
    .addColumn("model", "text")
    .addColumn("lens", "text")
    .addColumn("focal_length", "double precision")
    .addColumn("aperture", "double precision")
    .addColumn("exposure", "double precision")
    .addColumn("iso", "integer")
    .addColumn("flash", "integer")
    .addColumn("rating", "integer")
    .addColumn("title", "text")
    .addColumn("description", "text")
    .addColumn("keywords", "text", required)
    .addColumn("people", "text", required)
    .addColumn("screenshot", "integer", required)
    .addColumn("thumbhash", "text")
    .addColumn("colours", "text", required)
    .addColumn("brightness", "double precision")
    .addColumn("prepared_at", "bigint", required)
    .addPrimaryKeyConstraint("photo_facts_key", ["photo_id"])
    .execute();

  await ofPhoto(rows.schema.createTable("captions"))
    .addColumn("text", "text", required)
    .addColumn("model", "text", required)
    .addColumn("created_at", "bigint", required)
    .addPrimaryKeyConstraint("captions_key", ["photo_id"])
    .execute();

  await rows.schema
    .createTable("spaces")
    .addColumn("id", "text", key)
    .addColumn("model", "text", required)
    .addColumn("template", "integer", required)
    .addColumn("dimension", "integer", required)
    .addColumn("created_at", "bigint", required)
    .execute();

  await ofPhoto(rows.schema.createTable("embeddings"))
    .addColumn("space", "text", (column) => column.notNull().references("spaces.id"))
    .addColumn("vector", "blob", required)
    .addColumn("created_at", "bigint", required)
    .addPrimaryKeyConstraint("embeddings_key", ["photo_id", "space"])
    .execute();
}

async function work(rows: Kysely<unknown>) {
  await ofPhoto(
    rows.schema.createTable("jobs").addColumn("id", "text", key) as CreateTableBuilder<string, string>,
  )
    .addColumn("stage", "text", required)
    .addColumn("state", "text", required)
    .addColumn("priority", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("takeovers", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("due_at", "bigint", required)
    .addColumn("lease_by", "text")
    .addColumn("lease_until", "bigint")
    .addColumn("reason", "text")
    .addColumn("created_at", "bigint", required)
    .addUniqueConstraint("jobs_photo_stage", ["photo_id", "stage"])
    .execute();
  await rows.schema
    .createIndex("jobs_due")
    .on("jobs")
    .columns(["stage", "state", "priority", "due_at"])
    .execute();

  await rows.schema
    .createTable("events")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("owner", "text", required)
    .addColumn("kind", "text", required)
    .addColumn("subject", "text", required)
    .addColumn("type", "text", required)
    .addColumn("data", "text", required)
    .addColumn("created_at", "bigint", required)
    .execute();
  await rows.schema.createIndex("events_subject").on("events").columns(["subject", "id"]).execute();
}

async function conversations(rows: Kysely<unknown>) {
  await rows.schema
    .createTable("conversations")
    .addColumn("id", "text", key)
    .addColumn("owner", "text", required)
    .addColumn("title", "text", required)
    .addColumn("created_at", "bigint", required)
    .addColumn("updated_at", "bigint", required)
    .addColumn("deleted_at", "bigint")
    .execute();
  await rows.schema
    .createIndex("conversations_newest")
    .on("conversations")
    .columns(["owner", "updated_at"])
    .execute();

  await rows.schema
    .createTable("result_sets")
    .addColumn("id", "text", key)
    .addColumn("owner", "text", required)
    .addColumn("plan", "text", required)
    .addColumn("total", "integer", required)
    .addColumn("hits", "blob", required)
    .addColumn("expires_at", "bigint")
    .addColumn("created_at", "bigint", required)
    .execute();
  await rows.schema.createIndex("result_sets_expired").on("result_sets").column("expires_at").execute();

  await rows.schema
    .createTable("turns")
    .addColumn("id", "text", key)
    .addColumn("owner", "text", required)
    .addColumn("conversation_id", "text", (column) => column.notNull().references("conversations.id"))
    .addColumn("text", "text", required)
    .addColumn("photo_ids", "text", required)
    .addColumn("now", "text")
    .addColumn("time_zone", "text")
    .addColumn("state", "text", required)
    .addColumn("plan", "text")
    .addColumn("result_set_id", "text", (column) => column.references("result_sets.id"))
    .addColumn("words", "text", required)
    .addColumn("error_code", "text")
    .addColumn("error_message", "text")
    .addColumn("created_at", "bigint", required)
    .execute();
  await rows.schema
    .createIndex("turns_conversation")
    .on("turns")
    .columns(["conversation_id", "created_at", "id"])
    .execute();
}
