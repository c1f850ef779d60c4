/**
 * The parts of a request's time, in the order in which they are drawn. Their colours are told apart by colour-blind
 * readers, too.
 */
export const timeParts = [
  { id: 'backend', title: 'Backend', color: 'blue', meaning: 'waiting for the backend' },
  { id: 'client', title: 'Client', color: 'dark-orange', meaning: 'exchanging with the caller' },
  { id: 'cache', title: 'Cache', color: 'light-green', meaning: 'asking the cache' },
  { id: 'gateway', title: 'Gateway', color: 'dark-purple', meaning: 'the rest: policies and waiting in the gateway' },
] as const; // prettier-ignore
