export { criticalScenarios } from './critical-scenarios';
export { alertRuleDefaults, type AlertRuleOptions } from './options';
export { alertRuleFile, type AlertRuleFile } from './rule-file';
export { countWindow, lagOf, shareWindow, staleAfter } from './windows';
