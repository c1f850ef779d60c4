export { handshakeLine, showsCookie, type Cookie } from './handshake';
export { onAbandoned, onRemoved } from './lifecycle';
export { loggerTo, type LogFields, type Logger, type LogLevel } from './logger';
export { privateFolder } from './private-folder';
export { serve, type Service } from './serve';
