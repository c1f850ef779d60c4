import type { Family, Scenario } from '../../src/core/scenarios';
import { exportName } from './template';

/**
 * The index with one scenario more. It stands last of its family, so that it takes no row from another, but before
 * what catches the rest of the family.
 */
export function withScenario(
  index: string,
  family: Family,
  id: string,
  scenarios: readonly Scenario[],
): { readonly text: string; readonly after: string } {
  const lines = index.split('\n');
  const after = lastBefore(scenarios, family);
  const place = lines.indexOf(`  ${exportName(after)},`);
  if (place < 0) {
    throw new Error(`The list in the index has no line for ${after}.`);
  }
  const listed = [...lines.slice(0, place + 1), `  ${exportName(id)},`, ...lines.slice(place + 1)];
  return { text: withImport(listed, family, id).join('\n'), after };
}

/** Those that take what the others of their family leave. */
const isRest = ({ id }: Scenario) => id === 'unclassified' || id.endsWith('-other');

function lastBefore(scenarios: readonly Scenario[], family: Family): string {
  const own = scenarios.filter((scenario) => scenario.family === family && !isRest(scenario)).at(-1);
  const found = own ?? scenarios[scenarios.findIndex(isLastRest) - 1];
  if (!found) {
    throw new Error('The list in the index is empty.');
  }
  return found.id;
}

/** A family of rests only comes just before the rest of all. */
const isLastRest = (scenario: Scenario) => scenario.family === 'other' && isRest(scenario);

/** In the order of the paths. */
function withImport(lines: readonly string[], family: Family, id: string): readonly string[] {
  const from = `./${family}/${id}`;
  const addressOf = (line: string) => /^import \{ \w+ \} from '(\.\/[^/]+\/[^']+)';$/.exec(line)?.[1];
  const imports = lines.flatMap((line, place) => {
    const address = addressOf(line);
    return address === undefined ? [] : [{ address, place }];
  });
  const later = imports.find(({ address }) => address > from);
  const place = later?.place ?? (imports.at(-1)?.place ?? -1) + 1;
  return [...lines.slice(0, place), `import { ${exportName(id)} } from '${from}';`, ...lines.slice(place)];
}
