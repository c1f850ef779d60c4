export { saysNoConfiguration, tokenPolicy } from './builtin/access/token-words';
export {
  builtinCatalogue,
  catalogueInOrder,
  catalogueOf,
  rulesOf,
  type Catalogue,
  type CatalogueRule,
} from './catalogue';
export { checkColumns, checkText, type Check, type CheckColumn, type CheckQuery } from './check';
export { ADDED_UP, NONE, UNCLASSIFIED, type Classification } from './classification';
export { classify } from './classify';
export { outcomeRules, outcomes, type Outcome } from './outcome';
export {
  families,
  owners,
  type Basis,
  type Confidence,
  type Example,
  type Family,
  type Hint,
  type Link,
  type Owner,
  type PolicySnippet,
  type Rule,
  type Scenario,
  type Severity,
} from './scenario';
