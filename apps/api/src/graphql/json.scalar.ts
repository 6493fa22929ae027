import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';

type Free = null | boolean | number | string | Free[] | { [key: string]: Free };

/** Reads a literal written in a document; numbers keep their value, variables are not reachable from here. */
function literal(node: ValueNode): Free {
  switch (node.kind) {
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.STRING:
    case Kind.ENUM:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.LIST:
      return node.values.map(literal);
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value)]));
    default:
      return null;
  }
}

/** Values whose shape a template decides, so that the schema need not change with a template. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'A free value: form values, parameters, drawn forms.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: literal,
});
