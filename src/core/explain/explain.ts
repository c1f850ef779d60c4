import type { CanonicalRow } from '../log';
import { holds } from '../predicate';
import {
  checkText,
  classify,
  families,
  NONE,
  outcomeRules,
  owners,
  UNCLASSIFIED,
  type Catalogue,
  type Scenario,
} from '../scenarios';
import { because } from './because';
import { conditionOf } from './condition';
import type { Explanation, ScenarioTexts } from './explanation';
import { factsOf } from './facts';
import { generalHints } from './general-hints';
import { rowErrors } from './row-errors';
import { selfCall } from './self-call';
import { timeSplit } from './time-split';

export interface ExplainOptions {
  /** Show the query strings of addresses, which may carry keys and signatures. */
  readonly queryStrings?: boolean;
}

/** What happened to one request, why the catalogue says so, and what to do. No header and no body is ever read. */
export function explain(
  row: CanonicalRow,
  catalogue: Catalogue,
  { queryStrings = false }: ExplainOptions = {},
): Explanation {
  const classification = classify(row, catalogue);
  const { outcome, scenario: scenarioId } = classification;
  const decided = outcomeRules.filter((rule) => outcome === 'succeeded' || rule.outcome === outcome);
  const explains = scenarioId !== NONE.scenario && scenarioId !== UNCLASSIFIED.scenario;
  const rule = explains ? catalogue.rules.find(({ when }) => holds(when, row)) : undefined;
  const scenario = catalogue.scenarios.find(({ id }) => id === scenarioId);
  const hints = [...(scenario?.hints ?? []), ...generalHints].filter(({ when }) => holds(when, row));
  const time = timeSplit(row);
  return {
    classification,
    because: because(outcome, row),
    outcome: decided.map(({ when }) => conditionOf(when, row, queryStrings)),
    ...(rule ? { rule: conditionOf(rule.when, row, queryStrings) } : {}),
    ...(scenario ? { scenario: textsOf(scenario) } : {}),
    hints: [...selfCall(scenarioId, row), ...hints.map(({ text }) => text)],
    ...(time ? { time } : {}),
    errors: rowErrors(row, queryStrings),
    facts: factsOf(row, scenario, queryStrings),
  };
}

function textsOf({ family, owner, ...scenario }: Scenario): ScenarioTexts {
  const { id, title, severity, summary, causes, checks, remediation, policies, links, notes } = scenario;
  return {
    id,
    title,
    family: families[family],
    owner: owners[owner],
    severity,
    summary,
    causes,
    checks: checks.map(checkText),
    remediation,
    ...(policies ? { policies } : {}),
    links,
    notes,
  };
}
