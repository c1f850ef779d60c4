/**
 * Colours by family, in Grafana's own names so that they follow the theme. A family has one hue, and its scenarios take
 * the shades in turn, from the family's own on. Those own shades are chosen so that colour-blind readers, too, tell the
 * families apart: `family-colours.test.ts` measures it. A colour is never the only sign.
 *
 * Where scenarios of one family alone are looked at, shades of one hue would be hard to tell apart: there they have
 * colours of all hues.
 */
import { families, type Family, type Scenario } from '../scenarios';

const shades = ['semi-dark-', 'light-', 'dark-', '', 'super-light-'] as const;

interface Hue {
  readonly shade: (typeof shades)[number];
  readonly hue: string;
}

/** Two families of one scenario each share the blues. */
const hues: Readonly<Record<Family, Hue | null>> = {
  client: { shade: '', hue: 'blue' },
  'backend-connection': { shade: 'semi-dark-', hue: 'red' },
  backend: { shade: 'semi-dark-', hue: 'orange' },
  policy: { shade: 'dark-', hue: 'purple' },
  access: { shade: 'semi-dark-', hue: 'yellow' },
  limits: { shade: 'super-light-', hue: 'green' },
  routing: { shade: 'light-', hue: 'blue' },
  other: null,
};

export const NEUTRAL_COLOUR = '#8e8e8e';

export function familyColour(family: string): string {
  const hue = Object.hasOwn(families, family) ? hues[family as Family] : null;
  return hue === null ? NEUTRAL_COLOUR : shadeOf(hue, 0);
}

/** @param scenarios all scenarios in force: a scenario keeps its shade whatever is selected */
export function scenarioColour(id: string, scenarios: readonly Scenario[]): string {
  const scenario = scenarios.find((one) => one.id === id);
  const hue = scenario && hues[scenario.family];
  if (!scenario || !hue) {
    return NEUTRAL_COLOUR;
  }
  const position = scenarios.filter(({ family }) => family === scenario.family).indexOf(scenario);
  return shadeOf(hue, position);
}

/** Neighbours, which lie on each other in graphs, are far apart in these; all are told apart by colour-blind readers. */
const apart = [
  'light-blue',
  'super-light-orange',
  'red',
  'purple',
  'light-yellow',
  'dark-red',
  'dark-blue',
  'orange',
  'super-light-blue',
] as const;

/** For a family of more, which custom scenarios make: neighbours are far apart in these, too, others at least differ. */
const closer = [
  'blue',
  'super-light-green',
  'light-purple',
  'dark-purple',
  'light-orange',
  'semi-dark-red',
  'yellow',
  'light-red',
  'super-light-yellow',
] as const;

/** The colour of a scenario beside others of its family alone. */
export function colourInFamily(id: string, scenarios: readonly Scenario[]): string {
  const family = scenarios.find((one) => one.id === id)?.family;
  if (family === undefined || family === 'other') {
    return scenarioColour(id, scenarios);
  }
  const position = scenarios.filter((one) => one.family === family).findIndex((one) => one.id === id);
  return [...apart, ...closer][position % (apart.length + closer.length)] ?? NEUTRAL_COLOUR;
}

/** How scenarios are coloured where these are the selected ones. */
export const colouring = (selected: readonly Scenario[]): typeof scenarioColour =>
  selected.length > 1 && selected.every(({ family }) => family === selected[0]?.family)
    ? colourInFamily
    : scenarioColour;

/** The colour of the turn-th series of what has this one: a split makes several, whose names tell them apart. */
export function shadeInTurn(colour: string, turn: number): string {
  const [, shade = '', hue = ''] = /^(semi-dark-|light-|dark-|super-light-|)([a-z]+)$/.exec(colour) ?? [];
  const from = shades.find((one) => one === shade);
  return from === undefined || hue === '' ? colour : shadeOf({ shade: from, hue }, turn);
}

const shadeOf = ({ shade, hue }: Hue, turn: number) =>
  `${shades[(shades.indexOf(shade) + turn) % shades.length]}${hue}`;
