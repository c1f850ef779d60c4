import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { builtinCatalogue } from '../core/scenarios';
import { PolicyList } from './PolicyList';

const policies = builtinCatalogue.scenarios.flatMap(({ id, policies = [] }) =>
  policies.map(({ title, xml }) => [`${id}: ${title}`, xml] as const),
);

/** Where the text that begins with an open bracket closes it again, as far as policies of ours go. */
function endOfExpression(xml: string, open: number): number {
  let depth = 0;
  for (let i = open; i < xml.length; i++) {
    depth += '({'.includes(xml.charAt(i)) ? 1 : ')}'.includes(xml.charAt(i)) ? -1 : 0;
    if (depth === 0) {
      return i + 1;
    }
  }
  throw new Error(`an expression does not end: ${xml.slice(open)}`);
}

/** Expressions are C#, and no XML. */
function withoutExpressions(xml: string): string {
  const at = xml.search(/@[({]/);
  return at < 0 ? xml : xml.slice(0, at) + withoutExpressions(xml.slice(endOfExpression(xml, at + 1)));
}

it.each(policies)('is well-formed: %s', (_, xml) => {
  const parsed = new DOMParser().parseFromString(withoutExpressions(xml), 'application/xml');
  expect(parsed.querySelector('parsererror')?.textContent).toBeUndefined();
});

it('is copied as it is written', async () => {
  const user = userEvent.setup();
  const xml = '<set-body>@("a" + "</pre>")</set-body>';
  render(<PolicyList policies={[{ title: 'Say it', xml }]} />);
  expect(screen.getByLabelText('Policy: Say it')).toHaveTextContent(xml);
  Object.assign(window, { isSecureContext: true });
  await user.click(screen.getByRole('button', { name: 'Copy policy: Say it' }));
  expect(await navigator.clipboard.readText()).toBe(xml);
});

it('is nothing where there is no policy', () => {
  const { container } = render(<PolicyList policies={[]} />);
  expect(container).toBeEmptyDOMElement();
});
