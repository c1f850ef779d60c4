/** What can be wrong with a request to one of the data source's resources. */
const downstream = { fault: 'downstream', status: 400 } as const;

export const requestErrors = {
  'resource-unknown': {
    ...downstream,
    status: 404,
    sentence: 'There is no resource “{path}”.',
    hint: 'Known are: {resources}.',
  },
  'method-wrong': {
    ...downstream,
    status: 405,
    sentence: 'The resource “{path}” is asked with {method}.',
    hint: 'No other method is offered.',
  },
  'editors-only': {
    ...downstream,
    status: 403,
    sentence: 'Query strings of logged addresses, which may carry keys, are shown to editors only.',
    hint: 'Ask without “queryStrings”, or as a user with the role Editor or Admin.',
  },
  'request-too-large': {
    ...downstream,
    status: 413,
    sentence: 'The request has {bytes} bytes; {allowed} are allowed.',
    hint: 'Send less: one row to explain, fewer or shorter values.',
  },
  'request-invalid': {
    ...downstream,
    sentence: 'The request’s field “{path}” is wrong: {problem}.',
    hint: 'docs/backend.md describes what each resource takes.',
  },
} as const;
