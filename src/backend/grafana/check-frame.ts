import { GatewaylensError } from '../../core/errors';
import { isInReach, type Field, type Frame } from '../../core/frames';

/**
 * One frame that Grafana cannot decode fails the whole response, so every frame is checked before it is encoded.
 * @throws GatewaylensError for what would be a fault of ours
 */
export function checkFrame(frame: Frame): void {
  const fail = (problem: string): never => {
    throw new GatewaylensError('internal', { problem: `frame ${frame.name}: ${problem}` });
  };
  const [first] = frame.fields;
  const seen = new Set<string>();
  for (const field of frame.fields) {
    if (field.values.length !== first?.values.length) {
      fail(`field ${field.name} has ${field.values.length} values`);
    }
    if (Object.values(field.labels ?? {}).some((value) => typeof value !== 'string')) {
      fail(`field ${field.name} has a label that is no text`);
    }
    const identity = JSON.stringify([field.name, Object.entries(field.labels ?? {}).sort()]);
    if (seen.has(identity)) {
      fail(`two fields are ${identity}`);
    }
    seen.add(identity);
    checkValues(field, fail);
  }
  // A frame without fields is the answer "no data".
  if (
    frame.meta.type === 'timeseries-wide' &&
    first &&
    !(first.type === 'time' && isAscending(first.values))
  ) {
    fail('no ascending time field at its beginning');
  }
}

function checkValues(field: Field, fail: (problem: string) => never): void {
  const { type } = field;
  const values: readonly unknown[] = field.values;
  const jsType = type === 'time' ? 'number' : type;
  // A plain loop: this looks at every value of every answer.
  for (let i = 0; i < values.length; i++) {
    if (typeof values[i] !== jsType && !(jsType === 'number' && values[i] === null)) {
      fail(`field ${field.name} holds something else than ${type} at ${i}`);
    }
    if (type === 'time' && values[i] !== null && !isInReach(values[i] as number)) {
      fail(`field ${field.name} holds a time that Grafana cannot tell at ${i}`);
    }
  }
}

function isAscending(values: readonly (number | null)[]): boolean {
  return values.every((value, index) => value !== null && (index === 0 || value > (values[index - 1] ?? 0)));
}
