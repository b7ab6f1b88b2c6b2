import { type Logger, pino } from "pino";
import { type Access, createAccess } from "./access.ts";
import type { ApiServices } from "./api/context.ts";
import type { Config } from "./config.ts";
import type { Database } from "./engines/database/port.ts";
import { createEmbeddedIndex } from "./engines/index/embedded/embedded.ts";
import type { PhotoIndex } from "./engines/index/port.ts";
import type { Digests } from "./engines/models/digests.ts";
import { followModels } from "./engines/models/followed.ts";
import { createOllama } from "./engines/models/ollama.ts";
import type { Models } from "./engines/models/port.ts";
import type { ObjectStore } from "./engines/objects/port.ts";
import { createEmbeddedQueue } from "./engines/queue/embedded.ts";
import type { JobQueue } from "./engines/queue/port.ts";
import type { Room } from "./engines/room.ts";
import { errorAsLogged } from "./error-log.ts";
import { companionTypes, takenTypes } from "./formats.ts";
import { createIngest, type Ingest } from "./ingest/ingest.ts";
import { createResumableUploads, type ResumableUploads } from "./ingest/resumable.ts";
import { createAlbumRows } from "./library/album-rows.ts";
import { type ApiTokens, createApiTokens } from "./library/api-tokens.ts";
import { createChangeMark } from "./library/change-mark.ts";
import { createChosenModels } from "./library/chosen-models.ts";
import { keepClock, leapWords } from "./library/clock.ts";
import { type Collections, createCollections } from "./library/collections.ts";
import { type Companions, createCompanions } from "./library/companions.ts";
import { createConversations } from "./library/conversations.ts";
import { createDescribing, type Describing } from "./library/describing.ts";
import { createEdits, type Edits } from "./library/edits.ts";
import { createEmbeddings, type Embeddings } from "./library/embeddings.ts";
import { createEvents } from "./library/events.ts";
import { createGazetteer } from "./library/gazetteer/gazetteer.ts";
import { createHistory } from "./library/history.ts";
import { createHubs } from "./library/hubs.ts";
import { createIdentityRows, type IdentityRows } from "./library/identity.ts";
import { localOwner } from "./library/ids.ts";
import { createJobs, type Jobs } from "./library/jobs.ts";
import { createModelDigests } from "./library/model-digests.ts";
import { createOutbox } from "./library/outbox.ts";
import { createPasswords, type Passwords } from "./library/passwords.ts";
import { createPhotoMap } from "./library/photo-map.ts";
import { createPhotos, type Photos } from "./library/photos.ts";
import { createRelatives } from "./library/relatives.ts";
import { createResultSets } from "./library/result-sets.ts";
import type { Schema } from "./library/schema.ts";
import { createSecondReader, type SecondReader } from "./library/second-reader.ts";
import { createSecondReadings } from "./library/second-readings.ts";
import { createSessions } from "./library/sessions.ts";
import { createShelfRows } from "./library/shelf-rows.ts";
import { createShots } from "./library/shots.ts";
import { countStoredBytes } from "./library/stored-bytes.ts";
import { createTripRows, type TripRows } from "./library/trip-rows.ts";
import { createUnfinishedUploads } from "./library/unfinished-uploads.ts";
import { createFileChecks, type FileChecks } from "./library/verifications.ts";
import { createCaptions } from "./maintenance/describe-again.ts";
import type { LibraryWatch } from "./maintenance/library-identity.ts";
import { openModelChoice } from "./maintenance/model-choice.ts";
import { createModelTasks } from "./maintenance/model-tasks.ts";
import { createRoomTaken } from "./maintenance/room-taken.ts";
import { createWholeOriginals, type WholeOriginals } from "./maintenance/whole-originals.ts";
import { type GlimpseProcess, openLibrary } from "./open-library.ts";
import { type AlbumsOfTurns, createAlbums } from "./search/albums.ts";
import { albumsAndTripsOf } from "./search/collected.ts";
import { type Converse, createConverse } from "./search/conversation/converse.ts";
import { createIntroductions } from "./search/conversation/introductions.ts";
import { createOffers } from "./search/conversation/offers.ts";
import { createEditing } from "./search/editing.ts";
import { keepSpan } from "./search/kept-span.ts";
import { createPeople } from "./search/people.ts";
import { createRemembered } from "./search/remembered.ts";
import { createSearch, type Search } from "./search/search.ts";
import { createShelves } from "./search/shelves.ts";
import { searchPlan } from "./search/types.ts";
import { createQuestionVectors } from "./search/vectors.ts";
import { createVocabulary } from "./search/vocabulary/vocabulary.ts";
import { warmUp } from "./search/warm.ts";
import { keepWholeMap } from "./search/whole-map.ts";
import { type Checkable, createStatus } from "./status.ts";
import { version } from "./version.ts";
import { isLoopback } from "./web-sites.ts";

export interface Services extends ApiServices {
  photos: Photos;
  edits: Edits;
  companions: Companions;
  trips: TripRows;
  jobs: Jobs;
  describing: Describing;
  secondReader: SecondReader;
  ingest: Ingest;
  resumable: ResumableUploads;
  converse: Converse;
  /** The owner of everything, until there are accounts. */
  owner: string;
  access: Access;
  passwords: Passwords;
  tokens: ApiTokens;
  log: Logger;
  database: Database<Schema>;
  room: Room;
  objects: ObjectStore;
  queue: JobQueue;
  index: PhotoIndex;
  models: Models;
  embeddings: Embeddings;
  collections: Collections;
  engines: Checkable;
  /** Says whether the library is all there. */
  library: LibraryWatch;
  originals: WholeOriginals;
  checks: FileChecks;
  identity: IdentityRows;
  /** Reads what the first question needs; it fails where that question would. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Builds everything that a process of Glimpse works with from the settings; no other place builds an engine.
 * `onPublish` is called when jobs of the lane are due and consumers in other processes have not heard of it.
 */
export async function openServices(
  config: Config,
  process: GlimpseProcess,
  onPublish?: (lane: string) => void,
): Promise<Services> {
  const log = pino({ level: config.logLevel, base: { process }, serializers: { err: errorAsLogged } });
  const opened: { close(): Promise<void> }[] = [];
  const keep = <Engine extends { close(): Promise<void> }>(engine: Engine): Engine => {
    opened.unshift(engine);
    return engine;
  };
  const onError = (error: unknown) => log.error(error);

  try {
    const { database, objects, room, library } = await openLibrary(config, process, keep, (line) =>
      log.error(line),
    );
    keep(
      await keepClock(database, {
        // Machines that share a database may have clocks that differ; one machine has no need to hurry.
        every: config.databaseUrl === null ? 600_000 : 10_000,
        onLeap: (leap) => log.warn(leap, leapWords(leap)),
        onError,
      }),
    );
    const index = keep(await openIndex(config, log));
    const { visionModel, embedModel, chatModel } = config;
    const given = { visionModel, embedModel, chatModel };
    const digests = createModelDigests(database);
    const models = keep(followModels(given, (names) => openModels({ ...config, ...names }, digests)));
    const modelChoice = keep(
      await openModelChoice({
        ...{ models, given, fixed: config.fixedModels, onError },
        chosen: createChosenModels(database),
        addresses: config.models === "off" ? [] : config.ollamaHosts,
      }),
    );

    const photos = createPhotos(database);
    const originals = createWholeOriginals({ objects, marks: photos, library });
    const checks = createFileChecks(database);
    const captions = createCaptions(database);
    const jobs = createJobs(database);
    const relatives = createRelatives(database);
    const describing = createDescribing(database, Date.now);
    const secondReader = createSecondReader(database, {
      ...{ mode: config.secondReader, patience: config.secondReaderMs },
    });
    const events = createEvents(database);
    const conversations = createConversations(database);
    const edits = createEdits(database);
    const companions = createCompanions(database);
    const embeddings = createEmbeddings(database);
    const collections = createCollections(database);
    const queue = keep(await openQueue(config, { database, jobs, describing, onError, onPublish }));
    const { maxUploadBytes, maxVideoBytes, path } = config;
    const maxBytes = { photo: maxUploadBytes, video: maxVideoBytes };
    const ingest = createIngest({ objects, library, photos, queue, events, maxBytes });
    const resumable = createResumableUploads({
      ...{ objects, room, ingest, library, uploads: createUnfinishedUploads(database) },
      stagingBytes: config.limits.stagingBytes,
    });
    const vectors = createQuestionVectors({ models, embeddings, collections });
    const resultSets = createResultSets(database, searchPlan.parse);
    const gazetteer = createGazetteer();
    const vocabularies = createVocabulary(database, undefined, gazetteer);
    const editing = createEditing({ ...{ database, edits, gazetteer, index, queue, events }, vocabularies });
    const albumRows = createAlbumRows(database);
    const trips = createTripRows(database);
    // Albums find photos, and questions name albums.
    const remembered = createRemembered(createChangeMark(database));
    const albums: AlbumsOfTurns = createAlbums({
      ...{ rows: albumRows, conversations, remembered },
      findAll: (owner, plan) => search.findAll(owner, plan),
      photosOfSet: async (owner, id) =>
        (await search.loadWhole(owner, id)).hits.flatMap(({ photoId, more }) => [photoId, ...more]),
    });
    const search: Search = createSearch({
      ...{ database, index, vectors, photos, resultSets, albums },
      albumsAndTrips: albumsAndTripsOf(albumRows, trips),
      hubs: createHubs(database),
      vocabularies,
    });
    const shelves = createShelves({
      ...{ rows: createShelfRows(database), conversations, search, albums, trips, remembered },
    });
    const converse = keep(
      createConverse({
        database,
        conversations,
        albums,
        events,
        jobs,
        photos,
        edits,
        embeddings,
        vectors,
        search,
        models,
        queue,
        index,
        secondReader,
        secondReadings: createSecondReadings(database),
        relatives,
        onError,
      }),
    );
    const history = createHistory(database);
    const introductions = createIntroductions({ relatives, search, photos, conversations, converse });
    const offers = createOffers({ database, conversations, converse, search, vectors });
    const passwords = createPasswords(database);
    const tokens = createApiTokens(database);
    const access = createAccess({
      ...{ passwords, tokens, sessions: createSessions(database) },
      isLoopback: isLoopback(config.host),
    });
    const wanted = () => Object.values(models.names());
    const modelTasks = keep(createModelTasks(models, wanted, onError));
    const kindOf = (address: unknown, server: string) => (address ? server : "embedded");
    const engines: Checkable = {
      database: { kind: kindOf(config.databaseUrl, "Postgres"), check: () => database.check() },
      objects: {
        kind: "embedded",
        async check() {
          await library.check();
          await objects.check();
          await room.ensure(0);
        },
      },
      queue: { kind: kindOf(config.rabbitmqUrl, "RabbitMQ"), check: () => queue.check() },
      index: { kind: kindOf(config.milvus, "Milvus"), check: () => index.check() },
    };
    const roomTaken = createRoomTaken({
      dataFolder: config.dataFolder,
      hasIndex: config.milvus === null,
      hasDatabase: config.databaseUrl === null,
      onError,
    });
    const status = createStatus({
      version,
      engines,
      models,
      photos: keepSpan(photos, remembered),
      collections,
      checks,
      database,
      describing,
      secondReader,
      path,
      maxBytes,
      accepted: [...new Set([...Object.keys(takenTypes), ...companionTypes])],
    });

    return {
      ...{
        log,
        database,
        room,
        objects,
        library,
        originals,
        checks,
        identity: createIdentityRows(database),
        index,
        models,
        engines,
        photos,
        editing,
        edits,
        captions,
        jobs,
        describing,
        secondReader,
        introductions,
        relatives,
        events,
        conversations,
        companions,
        history,
        offers,
        embeddings,
        collections,
        queue,
      },
      photoMap: keepWholeMap(createPhotoMap(database, gazetteer), remembered),
      storage: async (owner) => ({
        originals: await countStoredBytes(database, owner),
        disk: roomTaken(),
      }),
      shots: createShots(database, gazetteer),
      ...{
        ingest,
        resumable,
        search,
        shelves,
        albums,
        people: createPeople({ index, vocabularies }),
        trips,
        converse,
        modelTasks,
        modelChoice,
        status,
        maxBytes,
        access,
        passwords,
        tokens,
      },
      owner: localOwner,
      warmUp: () => warmUp({ collections, index, vectors, vocabularies }, localOwner),
      close: () => closeAll(opened),
    };
  } catch (error) {
    await closeAll(opened).catch(() => {});
    throw error;
  }
}

async function openIndex({ milvus, dataFolder }: Config, log: Logger): Promise<PhotoIndex> {
  if (milvus === null) return createEmbeddedIndex({ folder: dataFolder, log });
  const { createMilvusIndex } = await import("./engines/index/milvus/milvus.ts");
  return createMilvusIndex(milvus);
}

interface QueueNeeds {
  database: Database<Schema>;
  jobs: Jobs;
  describing: Pick<Describing, "isResting">;
  onError: (error: unknown) => void;
  onPublish: ((lane: string) => void) | undefined;
}

async function openQueue(
  { rabbitmqUrl }: Config,
  { database, jobs, describing, onError, onPublish }: QueueNeeds,
): Promise<JobQueue> {
  if (rabbitmqUrl === null) return createEmbeddedQueue(jobs.due, onError, onPublish);
  const { createRabbitmqQueue } = await import("./engines/queue/rabbitmq/rabbitmq.ts");
  return createRabbitmqQueue({
    ...{ url: rabbitmqUrl, onError, ordered: ["describe"] },
    outbox: createOutbox(database, () => describing.isResting(localOwner)),
  });
}

export function openModels(config: Config, digests?: Digests): Models {
  return createOllama({
    ...config,
    address: config.ollamaHosts,
    mode: config.models,
    ...(digests ? { digests } : {}),
  });
}

/** Closes all engines; it goes on past failures and reports them together at the end. */
async function closeAll(engines: { close(): Promise<void> }[]): Promise<void> {
  const failures: unknown[] = [];
  for (const engine of engines) await engine.close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, "not everything could be closed");
}
