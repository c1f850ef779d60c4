import type { ColumnName, ColumnValues } from '../log';
import type { Check } from './check';
import type { Predicate } from '../predicate';

export const families = {
  client: 'Client',
  'backend-connection': 'Backend connection',
  backend: 'Backend',
  policy: 'Policy',
  access: 'Access',
  limits: 'Limits',
  routing: 'Routing',
  other: 'Other',
} as const;
export type Family = keyof typeof families;

export const owners = {
  consumer: 'API consumer',
  'api-publisher': 'API publisher',
  'platform-team': 'Platform team',
  'backend-team': 'Backend team',
  network: 'Network team',
  azure: 'Azure',
} as const;
export type Owner = keyof typeof owners;

export type Severity = 'info' | 'warning' | 'critical';
export type Confidence = 'high' | 'medium' | 'low';

/** What a classification rests on. */
export type Basis = 'reason+message' | 'reason' | 'message' | 'source' | 'status' | 'timing';

/**
 * The strength of evidence that a rule uses, strongest first. All rules of a stronger kind are tried before any of a
 * weaker one, whatever their scenarios: a gateway that names the reason is believed before a text is interpreted.
 */
export const evidenceOrder = ['reason', 'message', 'source', 'status'] as const;

export interface Rule {
  readonly at: (typeof evidenceOrder)[number];
  readonly when: Predicate;
  readonly basis: Basis;
  readonly confidence: Confidence;
}

export interface Link {
  readonly title: string;
  /** https, without a language in its path. */
  readonly url: string;
}

/** Advice that holds for some rows only: which of several remedies, or why this may be harmless. */
export interface Hint {
  readonly when: Predicate;
  readonly text: string;
}

/** A policy of ours to copy and to adapt. */
export interface PolicySnippet {
  /** What it does, and where it belongs. */
  readonly title: string;
  /** As the policy editor of the portal takes it: expressions stand as they are. */
  readonly xml: string;
}

export interface Example {
  /** The columns that matter; all others are missing. */
  readonly row: Partial<ColumnValues>;
  /** Where such a row was seen. */
  readonly source: string;
  /** Number of the row in the collection of observed rows, docs/sources.md. */
  readonly ref?: string;
}

/** What can go wrong at a gateway: how to recognise it and everything a person on call needs. Plain data. */
export interface Scenario {
  /** Kebab case, the name of its file, for ever: saved queries and alert rules refer to it. */
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly severity: Severity;
  /** Who can mend it. */
  readonly owner: Owner;
  /** What it means, in one or two sentences. */
  readonly summary: string;
  readonly match: readonly Rule[];
  /** Columns to look at. */
  readonly evidence: readonly ColumnName[];
  readonly causes: readonly string[];
  readonly checks: readonly Check[];
  readonly remediation: readonly string[];
  /** Where the remedy is a policy. */
  readonly policies?: readonly PolicySnippet[];
  readonly links: readonly Link[];
  readonly hints: readonly Hint[];
  /** Known gaps and look-alikes. */
  readonly notes: readonly string[];
  readonly examples: {
    readonly matches: readonly Example[];
    /** Look-alikes, with what they are instead. */
    readonly doesNotMatch: readonly (Example & { readonly is: string })[];
  };
}
