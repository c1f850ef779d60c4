import type { RequestContext } from '../../messages';
import type { Instance } from '../instance';

/** Something that the front end asks for by its path, below the data source's resources. */
export interface Resource {
  readonly method: 'GET' | 'POST';
  readonly answer: (
    body: unknown,
    instance: Instance,
    asker: Pick<RequestContext, 'user'>,
    signal: AbortSignal,
  ) => Promise<object>;
}
