import '@testing-library/jest-dom';
import { TextDecoder, TextEncoder } from 'node:util';
import { configure } from '@testing-library/dom';

// A busy machine may take longer than the second that is usual.
configure({ asyncUtilTimeout: 30_000 });

// What @grafana/ui expects of a browser and jsdom lacks.
Object.assign(globalThis, { TextDecoder, TextEncoder });
globalThis.PointerEvent ??= class extends MouseEvent {} as typeof PointerEvent;
HTMLCanvasElement.prototype.getContext = () => null;
globalThis.matchMedia = (media) =>
  ({ matches: false, media, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
globalThis.IntersectionObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as unknown as typeof IntersectionObserver;
/** Nothing has a size in jsdom; layouts that wait for one get this. */
const contentRect = { x: 0, y: 0, width: 200, height: 100, top: 0, left: 0, bottom: 100, right: 200 };
globalThis.ResizeObserver = class {
  readonly #report: ResizeObserverCallback;
  constructor(report: ResizeObserverCallback) {
    this.#report = report;
  }
  observe(target: Element) {
    this.#report([{ target, contentRect } as ResizeObserverEntry], this);
  }
  unobserve() {}
  disconnect() {}
};
