import type { Instance } from '../instance';

/** Something that the front end asks for by its path, below the data source's resources. */
export interface Resource {
  readonly method: 'GET' | 'POST';
  readonly answer: (body: unknown, instance: Instance, signal: AbortSignal) => Promise<object>;
}
