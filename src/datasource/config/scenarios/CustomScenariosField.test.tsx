import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CustomScenariosField } from './CustomScenariosField';

const field = (value: readonly unknown[]) => (
  <CustomScenariosField value={value} issues={[]} disabled={false} onChange={jest.fn()} />
);
const area = () => screen.getByLabelText(/^Scenarios of your own/);
/** Grafana gives objects back with their keys in alphabetical order. */
const saved = [{ family: 'policy', id: 'coupon', links: [{ title: 'Wiki', url: 'https://x' }], title: 'No' }];

it('stays as typed when the data source is saved', async () => {
  const text =
    '# ours\n- id: coupon\n  title: No\n  links: [{ title: Wiki, url: https://x }]\n  family: policy\n';
  const { rerender } = render(field([]));
  await userEvent.click(area());
  await userEvent.paste(text);
  rerender(field(saved));
  expect(area()).toHaveValue(text);
});

it('begins each scenario with its id, in the order of the built-in ones', () => {
  render(field(saved));
  expect(area()).toHaveValue(
    '- id: coupon\n  title: No\n  family: policy\n  links:\n    - title: Wiki\n      url: https://x\n',
  );
});
