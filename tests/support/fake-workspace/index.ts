export { selfMade, type Certificate } from './certificate';
export { CORRELATION_ID } from './documented-errors';
export { FakeWorkspace, WORKSPACE, type Asked } from './fake-workspace';
export { faults, type FaultName } from './faults';
export { CLIENT, SECRET, TENANT } from './login';
export { secretsOf, settingsOf, sourceAt } from './asking';
export { remembering, type KqlRunner } from './executed';
