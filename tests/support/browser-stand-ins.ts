import '@testing-library/jest-dom';
import { TextDecoder, TextEncoder } from 'node:util';

// What @grafana/ui expects of a browser and jsdom lacks.
Object.assign(globalThis, { TextDecoder, TextEncoder });
HTMLCanvasElement.prototype.getContext = () => null;
globalThis.matchMedia = (media) =>
  ({ matches: false, media, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
globalThis.IntersectionObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof IntersectionObserver;
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof ResizeObserver;
