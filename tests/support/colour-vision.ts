/** How different two colours look, also to those who see colours otherwise. */
import { createTheme } from '@grafana/data';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Of full strength, on linear RGB: Machado, Oliveira and Fernandes, 2009. */
export const visions = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const satisfies Readonly<Record<string, Matrix>>; // prettier-ignore
export type Vision = keyof typeof visions;

/** From linear RGB to the responses of the eye, and from their cube roots to OKLab: https://bottosson.github.io/posts/oklab */
const TO_EYE: Matrix = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566], [0.0883024619, 0.2817188376, 0.6299787005]]; // prettier-ignore
const TO_LAB: Matrix = [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099], [0.0259040371, 0.7827717662, -0.808675766]]; // prettier-ignore

const times = (matrix: Matrix, [x, y, z]: Triple) => matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple; // prettier-ignore
const each = (triple: Triple, change: (value: number) => number) => triple.map(change) as unknown as Triple;

function linear(hex: string): Triple {
  const channels = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255) as unknown as Triple;
  return each(channels, (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
}

/** The distance of two colours, written as #rrggbb, in OKLab times 100: about 2 is just noticed side by side. */
export function difference(one: string, other: string, vision: Vision): number {
  const [a, b] = [one, other].map((hex) => {
    const seen = each(times(visions[vision], linear(hex)), (value) => Math.min(1, Math.max(0, value)));
    return times(TO_LAB, each(times(TO_EYE, seen), Math.cbrt));
  }) as [Triple, Triple];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Far more than what is just noticed: areas are small, and may be far from their names. */
export const APART = 8;

export const looks = (['dark', 'light'] as const).flatMap((mode) =>
  (Object.keys(visions) as Vision[]).map((vision) => [mode, vision] as const),
);

/** How far apart the closest two of these colours of the theme are. */
export function closest(names: readonly string[], mode: 'dark' | 'light', vision: Vision): number {
  const { visualization } = createTheme({ colors: { mode } });
  const colours = names.map((name) => visualization.getColorByName(name));
  return Math.min(
    ...colours.flatMap((one, i) => colours.slice(i + 1).map((other) => difference(one, other, vision))),
  );
}
