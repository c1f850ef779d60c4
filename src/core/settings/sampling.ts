/** What API Management’s diagnostic setting says of requests that are not logged. */
export interface Sampling {
  /** Name of the instance, as in the dimension `service`; left out: all that have no entry of their own. */
  readonly service?: string | undefined;
  /** How many of 100 requests are logged. */
  readonly percent: number;
  /** “Always log errors”: requests that failed are all logged, whatever the percentage. */
  readonly alwaysLogErrors: boolean;
}

/**
 * The sampling that touches the requests of these services.
 * @param services names that a query is limited to; undefined when it is not
 */
export function samplingOf(
  sampling: readonly Sampling[],
  services: readonly string[] | undefined,
): readonly Sampling[] {
  const partial = ({ percent }: Sampling) => percent < 100;
  if (!services) {
    return sampling.filter(partial);
  }
  const found = services.map((service) => ofService(sampling, service));
  return sampling.filter((one) => partial(one) && found.includes(one));
}

function ofService(sampling: readonly Sampling[], wanted: string): Sampling | undefined {
  return (
    sampling.find(({ service }) => service?.toLowerCase() === wanted.toLowerCase()) ??
    sampling.find(({ service }) => service === undefined)
  );
}
