import {
  ColumnDefinitionNode,
  type DataTypeNode,
  GeneratedNode,
  type OperationNode,
  PostgresQueryCompiler,
} from "kysely";

/**
 * Translates the column types of the migrations, which are written for SQLite: an integer has 64 bits, an
 * auto-incremented key is an identity, a blob is bytea, and text is ordered by its bytes, regardless of the database's
 * locale.
 */
export class GlimpsePostgresCompiler extends PostgresQueryCompiler {
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    super.visitColumnDefinition(
      node.autoIncrement
        ? {
            ...node,
            autoIncrement: false,
            generated: GeneratedNode.create({ identity: true, byDefault: true }),
          }
        : node,
    );
  }

  protected override visitDataType(node: DataTypeNode): void {
    this.append(this.isOfColumn() ? columnType(node.dataType) : node.dataType);
  }

  private isOfColumn(): boolean {
    const parent: OperationNode | undefined = this.parentNode;
    return parent !== undefined && ColumnDefinitionNode.is(parent);
  }
}

function columnType(type: DataTypeNode["dataType"]): string {
  if (type === "blob") return "bytea";
  if (type === "integer") return "bigint";
  if (type === "text") return 'text collate "C"';
  return type;
}
