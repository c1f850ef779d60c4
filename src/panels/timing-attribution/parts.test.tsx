import { APART, closest, looks } from '../../../tests/support/colour-vision';
import { parts } from './parts';

it.each(looks)('tells the parts of the time apart by their colours, %s, with %s', (mode, vision) => {
  const colours = parts.map(({ color }) => color);
  expect(closest(colours, mode, vision)).toBeGreaterThan(APART);
});
