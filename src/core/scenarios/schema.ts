/** A scenario as a file holds it, checked at the edge: the built-in ones and those that teams write themselves. */
import * as z from 'zod';
import { exactly, oneWordOf, pathOf } from '../closest-schema';
import { columns, type ColumnName, type ColumnType, type ColumnValues } from '../log';
import { checkColumns, checkViews } from './check';
import { ADDED_UP, NONE } from './classification';
import { meantForm, predicateSchema } from './predicate-schema';
import { families, owners, type Family, type Owner, type Rule, type Scenario } from './scenario';

/** Conditions are walked by functions that call themselves. */
const MOST_LEVELS = 12;

const hasText = 'a text is expected here';
const text = z.string().max(1000, 'a text has at most 1,000 characters').regex(/\S/, hasText);
const line = (most: number) =>
  z
    .string()
    .max(most, `at most ${most} characters`)
    .regex(/^\S.*$/, 'one line of text is expected here');

/** Steps and reasons, each a sentence or two. */
const texts = (meaning: string) => z.array(text).max(20).default([]).describe(meaning);

const kebab = z
  .string()
  .max(60, 'at most 60 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is written in kebab case, as in backend-timeout');

const id = kebab
  .refine((given) => given !== NONE.scenario, 'none is what requests are that succeeded')
  .refine((given) => given !== ADDED_UP, 'other-series is what series are that were added up')
  .describe(
    'Kebab case, and for ever: saved queries, alert rules and links refer to it. The id of a built-in scenario is taken.',
  );

/** The words of an enumeration with what each means. */
function oneOf<K extends string>(meaning: string, titles: Readonly<Record<K, string>>) {
  return oneWordOf(Object.keys(titles) as [K, ...K[]]).meta({
    description: `${meaning}: ${Object.entries(titles)
      .map(([name, title]) => `${name} (${String(title)})`)
      .join(', ')}.`,
    enumDescriptions: Object.values(titles),
  });
}

const rule = exactly({
  at: oneOf(
    'What kind of evidence the rule rests on. Rules on stronger evidence are tried before all weaker ones, whatever their scenarios',
    {
      reason: 'LastErrorReason, the strongest',
      message: 'LastErrorMessage',
      source: 'LastErrorSource, the policy that raised the error',
      status: 'status codes, the weakest',
    } satisfies Record<Rule['at'], string>,
  ),
  when: predicateSchema,
  basis: z
    .enum(['reason+message', 'reason', 'message', 'source', 'status', 'timing'])
    .describe('What to tell readers that the classification rests on.'),
  confidence: oneOf('How far to trust it', {
    high: 'the row says so',
    medium: 'most likely',
    low: 'a guess worth checking',
  }),
});

const link = exactly({
  title: line(120),
  url: z
    .string()
    .max(2000, 'at most 2,000 characters')
    .regex(/^https:\/\/[^/\s]+(\/\S*)?$/, 'an address that begins with https:// is expected')
    .regex(
      /^(?!https?:\/\/[^/]+\/[A-Za-z]{2}-[A-Za-z]{2}(\/|$))/,
      'leave the language out of the address (such as /en-us/), so that readers get their own',
    )
    .describe('https, without a language in the path (such as /en-us/): readers get their own.'),
});

const checkQuery = exactly({
  show: oneOf('What it shows', checkViews),
  by: oneWordOf(checkColumns)
    .exactOptional()
    .describe('What to group by; without it a breakdown goes by Service, and the others are not grouped.'),
}).describe('A query that shows it, opened in Explore, about the requests of the scenario.');

const check = z
  .union([text, exactly({ text, query: checkQuery })])
  .describe('A sentence, or a sentence with a query.');

const policySnippet = exactly({
  title: line(120).describe('What it does, and where it belongs.'),
  xml: z
    .string()
    .max(4000, 'a policy has at most 4,000 characters')
    .regex(/\S/, hasText)
    .describe(
      'The policy as text, as the policy editor of the portal takes it. It is shown and copied as it is.',
    ),
});

const cells = {
  string: z.string(),
  dynamic: z.string().describe('Text of the JSON.'),
  int: z.int32().nullable(),
  long: z.int().nullable(),
  bool: z.boolean().nullable(),
  datetime: z.int().nullable().describe('Milliseconds since 1970, UTC.'),
} as const satisfies Record<ColumnType, z.ZodType>;

const row = exactly(
  Object.fromEntries(
    columns.map(({ name, type, meaning }) => [name, cells[type].describe(meaning).exactOptional()]),
  ),
).meta({
  id: 'Row',
  description: 'A row of the gateway log with the columns that matter; all others are missing.',
}) as unknown as z.ZodType<Partial<ColumnValues>>;

const example = exactly({
  ref: line(20).exactOptional().describe('Number of the row in a collection of observed rows.'),
  source: text.describe('Where such a row was seen.'),
  row,
});

const examples = exactly({
  matches: z.array(example).max(50).default([]).describe('Rows that are this scenario.'),
  doesNotMatch: z
    .array(
      exactly({ ...example.shape, is: kebab.describe('Id of the scenario that it is instead, or none.') }),
    )
    .max(50)
    .default([])
    .describe('Rows that look alike, and what they are instead.'),
})
  .default({ matches: [], doesNotMatch: [] })
  .describe('Rows that the scenario is tried on.');

export const scenarioSchema = exactly({
  id,
  title: line(80).describe('A few words as people say it; it names the scenario in legends and tables.'),
  family: oneOf<Family>('The group that the scenario is counted and coloured with', families),
  severity: oneOf('How bad it is where it happens', {
    info: 'worth knowing',
    warning: 'somebody should look',
    critical: 'calls fail that should not',
  }),
  owner: oneOf<Owner>('Who can mend it', owners),
  summary: text.describe('What it means, in one or two sentences.'),
  match: z
    .array(rule)
    .max(20)
    .describe('How a row is recognised: any of these rules. Without one it is never found.'),
  evidence: z
    .array(z.enum(columns.map(({ name }) => name)))
    .max(columns.length)
    .refine(isDistinct, 'a column is named twice')
    .default([])
    .meta({ description: 'Columns to look at, the most telling first.' }),
  causes: texts('Why it happens, the most likely first.'),
  checks: z.array(check).max(20).default([]).describe('What to look at first, in order.'),
  remediation: z
    .array(text)
    .min(1, 'say what to do')
    .max(20)
    .describe('What to do about it, the usual remedy first: tables and annotations show that one.'),
  policies: z
    .array(policySnippet)
    .max(10)
    .exactOptional()
    .describe('Policies to copy, where the remedy is one.'),
  links: z.array(link).max(20).default([]).describe('Where to read more, the best page first.'),
  hints: z
    .array(
      exactly({
        when: predicateSchema,
        text: text.describe('What to tell the reader of such a row.'),
      }),
    )
    .max(20)
    .default([])
    .describe('Advice that holds for some of the rows only.'),
  notes: texts('Known gaps and look-alikes.'),
  examples,
}).meta({
  title: 'Scenario',
  description:
    'What can go wrong at an API Management gateway: how to recognise it, and everything that a person on call needs.',
});

function isDistinct(names: readonly ColumnName[]): boolean {
  return new Set(names).size === names.length;
}

const { owner, remediation, links } = scenarioSchema.shape;

/** What a team may say otherwise of a scenario that it does not write itself. */
export const overrideSchema = exactly({
  owner: owner.exactOptional(),
  remediation: remediation.exactOptional(),
  links: links.unwrap().exactOptional(),
});

const reference = kebab.exactOptional();

/** A scenario of a team's own, with its place among the others. */
export const customScenarioSchema = scenarioSchema
  .extend({
    after: reference.describe(
      'Id of the scenario after which this one is tried; without it, before all built-in ones.',
    ),
    replaces: reference.describe(
      'Id of a built-in scenario whose place it takes; its own id may be the same.',
    ),
  })
  .meta({ title: 'Custom scenario', description: scenarioSchema.description });

/** What is wrong with a scenario, and where: `match.0.when.op`. */
export interface ScenarioIssue {
  readonly path: string;
  readonly message: string;
}

/** Plain data as a scenario, or all that is wrong with it. */
export function readScenario(
  data: unknown,
): { readonly scenario: Scenario } | { readonly issues: readonly ScenarioIssue[] } {
  if (isDeeperThan(data, 2 * MOST_LEVELS + LEVELS_ABOVE_CONDITIONS)) {
    return { issues: [{ path: '', message: `conditions are nested at most ${MOST_LEVELS} deep` }] };
  }
  const parsed = scenarioSchema.safeParse(data);
  return parsed.success
    ? { scenario: parsed.data }
    : { issues: parsed.error.issues.flatMap((issue) => told(issue, data)) };
}

/** The scenario, its rules, a rule, the value of the innermost comparison. */
const LEVELS_ABOVE_CONDITIONS = 4;

function isDeeperThan(value: unknown, levels: number): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    (levels === 0 || Object.values(value).some((part) => isDeeperThan(part, levels - 1)))
  );
}

const isMissing = (issue: z.core.$ZodIssue, data: unknown) =>
  (issue.code === 'invalid_type' || issue.code === 'invalid_value') &&
  issue.path.length > 0 &&
  issue.path.reduce(
    (value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
    data,
  ) === undefined;

/** Of a condition or a check only the problems of the form that its author meant. */
function told(issue: z.core.$ZodIssue, data: unknown, above: readonly PropertyKey[] = []): ScenarioIssue[] {
  const path = [...above, ...pathOf(issue)];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    return [
      { path: path.map(String).join('.'), message: isMissing(issue, data) ? 'it is missing' : issue.message },
    ];
  }
  const given = issue.path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<PropertyKey, unknown>>)[key],
    data,
  );
  const form = path.at(-2) === 'checks' ? Number(typeof given === 'object') : meantForm(given);
  return (issue.errors[form] ?? []).flatMap((part) => told(part, given, path));
}
