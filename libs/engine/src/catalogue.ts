import { z } from 'zod';

export interface Label {
  readonly vi: string;
  readonly en: string;
}

/** One kind of fact: what it is called, when it may be recorded, what it carries, the article behind it. */
export interface EventDefinition<Status extends string = string> {
  readonly label: Label;
  /** The statuses of the file in which the fact may happen. */
  readonly from: readonly Status[];
  /** The status the fact leads to; absent when it changes none. */
  readonly to?: Status;
  readonly data: z.ZodObject<{ on: z.ZodType<string> } & z.ZodRawShape>;
  readonly basis: string;
  /** The version of the stored shape; 1 until an upcaster exists. */
  readonly schemaVersion?: number;
}

export type Catalogue<Status extends string = string> = Readonly<Record<string, EventDefinition<Status>>>;

/** The union of facts that a catalogue can record. */
export type FactOf<C extends Catalogue> = {
  [T in keyof C & string]: { readonly type: T; readonly data: Readonly<z.output<C[T]['data']>> };
}[keyof C & string];

export interface SchemaOptions<Beside extends z.ZodRawShape> {
  /** Refuses fields that the catalogue doesn't know: right for people's input; stored events may be newer. */
  readonly strict?: boolean;
  /** What may stand beside a fact's type and data, whichever fact it is. */
  readonly beside?: Beside;
}

/**
 * The catalogue as one schema: validates HTTP bodies, imports and stored events alike.
 * @throws when the catalogue is empty
 */
export const schemaOf = <C extends Catalogue, Beside extends z.ZodRawShape = Readonly<Record<never, never>>>(
  catalogue: C,
  { strict = false, beside }: SchemaOptions<Beside> = {},
): z.ZodType<FactOf<C> & z.output<z.ZodObject<Beside>>> => {
  const [first, ...rest] = Object.entries(catalogue).map(([type, definition]) =>
    z.object({ ...beside, type: z.literal(type), data: strict ? strictly(definition) : definition.data }),
  );
  if (!first) throw new Error('an event catalogue cannot be empty');
  // zod cannot infer a union from a mapped record: the one cast that the catalogue costs.
  return z.discriminatedUnion('type', [first, ...rest]) as unknown as z.ZodType<
    FactOf<C> & z.output<z.ZodObject<Beside>>
  >;
};

const strictSchemas = new WeakMap<z.ZodObject, z.ZodObject>();

/** A row's data without room for fields that the catalogue doesn't know. Made once a row: zod compiles each schema it makes. */
export const strictly = ({ data }: EventDefinition): z.ZodObject => {
  const known = strictSchemas.get(data);
  if (known) return known;
  const strict = data.strict();
  strictSchemas.set(data, strict);
  return strict;
};

/** What a person's screen needs of each fact: its label, when it may be recorded, and its form as JSON Schema. */
export interface FactForm {
  readonly type: string;
  readonly label: Label;
  readonly from: readonly string[];
  readonly to?: string;
  readonly basis: string;
  readonly form: z.core.JSONSchema.BaseSchema;
}

export const describeCatalogue = (catalogue: Catalogue): readonly FactForm[] =>
  Object.entries(catalogue).map(([type, { label, from, to, basis, data }]) => ({
    type,
    label,
    from,
    ...(to === undefined ? {} : { to }),
    basis,
    form: z.toJSONSchema(data, { io: 'input' }),
  }));
