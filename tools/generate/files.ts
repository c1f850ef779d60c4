/** Texts by path. */
export type Files = ReadonlyMap<string, string>;
