export { usesMacro, withVariables } from './expand';
export { macros } from './macros';
export { formats, variablesIn, type Variable, type Variables } from './variables';
export { classifiedColumns, classifiedRelation, writtenKql, type WrittenKql } from './written-kql';
