/** What stands at a line of a file: a record of some kind, or something that could not be read. */
export type Found = { readonly line: number } & ({ readonly record: unknown } | { readonly error: string });
