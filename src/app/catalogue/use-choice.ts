import { locationService } from '@grafana/runtime';
import { useLocation } from 'react-router';
import { OCCURRING } from '../paths';
import type { Choice } from './entries';

/** The choice that the address keeps. */
export function useChoice(): readonly [Choice, (change: Partial<Choice>) => void] {
  const params = new URLSearchParams(useLocation().search);
  const choice: Choice = {
    search: params.get('search') ?? '',
    family: params.get('family'),
    owner: params.get('owner'),
    occurring: params.get(OCCURRING) === '1',
  };
  const choose = ({ occurring, ...texts }: Partial<Choice>) =>
    locationService.partial(
      {
        ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text === '' ? null : text])),
        ...(occurring === undefined ? {} : { [OCCURRING]: occurring ? '1' : null }),
      },
      true,
    );
  return [choice, choose];
}
