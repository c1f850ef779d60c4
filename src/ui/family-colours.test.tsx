import { createTheme } from '@grafana/data';
import { APART, closest, difference, looks } from '../../tests/support/colour-vision';
import { colourInFamily, familyColour, NEUTRAL_COLOUR, scenarioColour } from '../core/query';
import { builtinCatalogue, families } from '../core/scenarios';

const { scenarios } = builtinCatalogue;

/** Of scenarios of one family, whose names stand beside their colours. */
const SHADES_APART = 6;
/** Of nine colours, also of those that do not touch. */
const ALL_APART = 7;
/** Of eighteen colours. */
const JUST_APART = 3;
/** Of neighbours in a graph. */
const FAR_APART = 18;

it('knows that red and green of one lightness are alike to some', () => {
  const { visualization } = createTheme();
  const [red, green] = ['semi-dark-red', 'semi-dark-green'].map((name) => visualization.getColorByName(name));
  expect(difference(red!, green!, 'usual')).toBeGreaterThan(25);
  expect(difference(red!, green!, 'deuteranopia')).toBeLessThan(APART);
});

it.each(looks)('tells families apart by their colours, %s, with %s', (mode, vision) => {
  const colours = Object.keys(families).map(familyColour);
  expect(colours).toContain(NEUTRAL_COLOUR);
  expect(closest(colours, mode, vision)).toBeGreaterThan(APART);
});

it.each(looks)('gives neighbours in a family shades apart, %s, with %s', (mode, vision) => {
  for (const family of Object.keys(families).filter((one) => one !== 'other')) {
    const all = scenarios.filter((one) => one.family === family);
    const colours = all.map(({ id }) => scenarioColour(id, scenarios));
    expect(colours[0]).toBe(familyColour(family));
    colours.slice(1).forEach((colour, i) => {
      expect(closest([colours[i]!, colour], mode, vision)).toBeGreaterThan(SHADES_APART);
    });
  }
});

it.each(looks)(
  'tells all scenarios of a family apart where it is looked at alone, %s, with %s',
  (mode, vision) => {
    for (const family of Object.keys(families).filter((one) => one !== 'other')) {
      const all = scenarios.filter((one) => one.family === family);
      const colours = all.map(({ id }) => colourInFamily(id, scenarios));
      expect(new Set(colours).size).toBe(all.length);
      expect(closest(colours, mode, vision)).toBeGreaterThan(ALL_APART);
      colours.slice(1).forEach((colour, i) => {
        expect(closest([colours[i]!, colour], mode, vision)).toBeGreaterThan(FAR_APART);
      });
    }
  },
);

it.each(looks)(
  'gives a family that custom scenarios made larger colours of which no two are the same, %s, with %s',
  (mode, vision) => {
    const large = Array.from({ length: 18 }, (_, i) => ({ ...scenarios[0]!, id: `own-${i}` }));
    const colours = large.map(({ id }) => colourInFamily(id, large));
    expect(closest(colours, mode, vision)).toBeGreaterThan(JUST_APART);
    [...colours.slice(1), colours[0]!].forEach((colour, i) => {
      expect(closest([colours[i]!, colour], mode, vision)).toBeGreaterThan(FAR_APART);
    });
  },
);

it('leaves to what no scenario explains its grey', () => {
  expect(['unclassified', 'no-such'].map((id) => colourInFamily(id, scenarios))).toEqual([
    NEUTRAL_COLOUR,
    NEUTRAL_COLOUR,
  ]);
});
