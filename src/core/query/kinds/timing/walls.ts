/**
 * Time limits that requests run into. Where many more requests end at one than shortly before and after, it most likely
 * ended them.
 */
import type { TimingWall } from '../../../frames';
import type { MeasureUse, PlanPredicate } from '../../../plan';

interface Wall {
  readonly ms: number;
  /** What counts as being at it: total time in ms, both ends included. */
  readonly near: readonly [number, number];
  readonly title: string;
  readonly suggests: string;
}

export const walls: readonly Wall[] = [
  {
    ms: 21_000,
    near: [19_900, 21_500],
    title: 'connecting',
    suggests:
      'Gateways give up connecting to a backend after 21 s, self-hosted ones after 20 s: firewall, route, or no connection left.',
  },
  {
    ms: 30_000,
    near: [29_800, 30_800],
    title: 'Consumption tier, clients',
    suggests: 'In the Consumption tier a request may take 30 s; many clients wait as long.',
  },
  {
    ms: 100_000,
    near: [99_500, 101_500],
    title: '.NET clients',
    suggests: 'Clients on .NET wait for 100 s unless told otherwise: the caller gave up.',
  },
  {
    ms: 230_000,
    near: [229_000, 232_000],
    title: 'App Service',
    suggests: 'The front end of App Service and Functions answers after 230 s for a backend that is still working.',
  },
  {
    ms: 240_000,
    near: [238_000, 243_000],
    title: 'idle connections',
    suggests: 'Azure’s load balancer drops a connection on which nothing is sent for four minutes.',
  },
  {
    ms: 300_000,
    near: [299_000, 303_000],
    title: 'forward-request',
    suggests: 'The policy forward-request waits for 300 s unless told otherwise.',
  },
]; // prettier-ignore

const between = (from: number, to: number): PlanPredicate => ({
  column: 'TotalTime',
  op: 'between',
  value: [from, to],
});

const nearOf = ({ ms }: Wall) => `near_${ms}`;
const aroundOf = ({ ms }: Wall) => `around_${ms}`;

/** Requests at each wall, and as far before and after it as it is wide. */
export const wallMeasures: readonly MeasureUse[] = walls.flatMap((wall): MeasureUse[] => {
  const [from, to] = wall.near;
  const width = to - from;
  return [
    { measure: 'count', as: nearOf(wall), where: between(from, to) },
    {
      measure: 'count',
      as: aroundOf(wall),
      where: { any: [between(from - width, from - 1), between(to + 1, to + width)] },
    },
  ];
});

const LEAST = 5;
/** How many times as many as on either side. */
const TIMES = 4;

export function wallsOf(at: (name: string) => unknown): readonly TimingWall[] {
  return walls.map((wall) => {
    const near = Number(at(nearOf(wall)));
    const side = Number(at(aroundOf(wall))) / 2;
    const { ms, title, suggests } = wall;
    return { ms, title, suggests, near, clusters: near >= LEAST && near > TIMES * side };
  });
}
