export { Gate } from './gate';
export { SharedTask } from './shared-task';
