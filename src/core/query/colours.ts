/**
 * Colours by family, in Grafana's own names so that they follow the theme. A family has one hue; its scenarios take the
 * shades in turn.
 */
import { families, type Family, type Scenario } from '../scenarios';

const hues: Readonly<Record<Family, string | null>> = {
  client: 'blue',
  'backend-connection': 'red',
  backend: 'orange',
  policy: 'purple',
  access: 'yellow',
  limits: 'green',
  routing: 'green',
  other: null,
};

const shades = ['semi-dark-', 'light-', 'dark-', '', 'super-light-'];
export const NEUTRAL_COLOUR = '#8e8e8e';

export function familyColour(family: string): string {
  const hue = Object.hasOwn(families, family) ? hues[family as Family] : null;
  return hue === null ? NEUTRAL_COLOUR : `${shades[0]}${hue}`;
}

/** @param scenarios all scenarios in force: a scenario keeps its shade whatever is selected */
export function scenarioColour(id: string, scenarios: readonly Scenario[]): string {
  const scenario = scenarios.find((one) => one.id === id);
  const hue = scenario && hues[scenario.family];
  if (!scenario || !hue) {
    return NEUTRAL_COLOUR;
  }
  const position = scenarios.filter(({ family }) => family === scenario.family).indexOf(scenario);
  return `${shades[position % shades.length]}${hue}`;
}
