import { useMemo, useState } from 'react';
import { getTimeZone, type DataSourceInstanceSettings, type TimeRange } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { useLocation } from 'react-router';
import { addressIn, rangeOf, type Address } from './address';
import { OUR_TYPE } from '../../core/our-type';

/** What a page is about: the data source, the range and the filters of its address. */
export interface Scope {
  readonly address: Address;
  readonly range: TimeRange;
  readonly timeZone: string;
  /** Undefined where there is none that this user may see. */
  readonly source: DataSourceInstanceSettings | undefined;
  /** Of all that; another one after each refresh. */
  readonly key: string;
  readonly refresh: () => void;
}

export function useScope(): Scope {
  const { search } = useLocation();
  const [asked, setAsked] = useState(0);
  return useMemo(() => {
    const address = addressed(search);
    const timeZone = timeZoneIn(search);
    const source = sourceOf(address);
    return {
      address,
      range: rangeOf(address, timeZone),
      timeZone,
      source,
      key: JSON.stringify([source?.uid, address, asked]),
      refresh: () => setAsked((times) => times + 1),
    };
  }, [search, asked]);
}

/** All of ours that this user may see, the default one first. */
export function ourSources(): readonly DataSourceInstanceSettings[] {
  const all = getDataSourceSrv().getList({ pluginId: OUR_TYPE });
  return [...all].sort((a, b) => Number(b.isDefault ?? false) - Number(a.isDefault ?? false));
}

/** Links of dashboards name the data source in a variable, which in other people’s dashboards may be anything. */
function addressed(search: string): Address {
  const address = addressIn(search);
  const uid = new URLSearchParams(search).get('var-datasource');
  const isOurs = address.ds === undefined && ourSources().some((source) => source.uid === uid);
  return isOurs && uid !== null ? { ...address, ds: uid } : address;
}

/** The one that is named; never another one in its place. */
function sourceOf({ ds }: Address): DataSourceInstanceSettings | undefined {
  const sources = ourSources();
  return ds === undefined ? sources[0] : sources.find(({ uid }) => uid === ds);
}

function timeZoneIn(search: string): string {
  const wanted = new URLSearchParams(search).get('timezone') ?? '';
  return isTimeZone(wanted) ? wanted : getTimeZone();
}

function isTimeZone(text: string): boolean {
  if (text === 'utc' || text === 'browser') {
    return true;
  }
  try {
    return text !== '' && Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
