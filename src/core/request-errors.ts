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
  'admins-only': {
    ...downstream,
    status: 403,
    sentence: 'What may be read is listed to administrators only.',
    hint: 'Ask an administrator of this organisation, or paste the ids.',
  },
  'scopes-unavailable': {
    ...downstream,
    status: 502,
    sentence: 'Workspaces and instances could not be listed: {problem}.',
    hint: 'Ids can be pasted, which needs no right to list. To list them, give the identity the role Reader on the subscription or the resource group.',
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
