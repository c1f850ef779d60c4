import React from 'react';
import { css } from '@emotion/css';
import { dateTime, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { DataSourcePicker, locationService } from '@grafana/runtime';
import { Button, TimeRangePicker, ToolbarButton, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router';
import { rangeTexts, withoutCondition, type Address } from './address';
import { filterText } from './filter-text';
import { OUR_TYPE } from '../../core/our-type';
import { ourSources, type Scope } from './use-scope';

/** Chooses data source and range, and shows filters, all kept in the address; nothing where there is no data source to choose. */
export function ScopeBar({ scope }: { readonly scope: Scope }) {
  const styles = useStyles2(getStyles);
  const { source, range, timeZone, refresh } = scope;
  if (ourSources().length === 0) {
    return null;
  }
  return (
    <div className={styles.bar} role="group" aria-label="Data source and time range">
      <div className={styles.source}>
        <DataSourcePicker
          pluginId={OUR_TYPE}
          current={source?.uid ?? null}
          noDefault
          inputId="gatewaylens-source"
          placeholder="Choose a data source"
          onChange={({ uid }) => locationService.partial({ ds: uid })}
        />
      </div>
      <div className={styles.times}>
        <TimeRangePicker
          value={range}
          timeZone={timeZone}
          onChange={({ raw }) => locationService.partial(rangeTexts(raw))}
          onChangeTimeZone={(timezone) => locationService.partial({ timezone })}
          onMoveBackward={() => locationService.partial(moved(range, -0.5, -0.5))}
          onMoveForward={() => locationService.partial(moved(range, 0.5, 0.5))}
          onZoom={() => locationService.partial(moved(range, -0.5, 0.5))}
        />
        <ToolbarButton
          icon="sync"
          variant="canvas"
          aria-label="Refresh"
          tooltip="Refresh"
          onClick={refresh}
        />
      </div>
      <FilterButtons {...scope.address} />
    </div>
  );
}

/** The filters that a link brought along, each to be taken away; and those that it brought in vain. */
function FilterButtons({ where = [], ignored = [] }: Pick<Address, 'where' | 'ignored'>) {
  const { search } = useLocation();
  return (
    <>
      {where.map((filter) => {
        const text = filterText(filter);
        return (
          <Button
            key={text}
            variant="secondary"
            icon="times"
            aria-label={`Remove filter ${text}`}
            onClick={() => locationService.partial(withoutCondition(search, filter))}
          >
            {text}
          </Button>
        );
      })}
      {ignored.length > 0 && (
        <p role="note">Filters of the dashboard not applied here: {ignored.join(', ')}</p>
      )}
    </>
  );
}

/** With each end moved by a part of the range’s length. */
function moved({ from, to }: TimeRange, first: number, last: number) {
  const length = to.valueOf() - from.valueOf();
  return rangeTexts({
    from: dateTime(from.valueOf() + first * length),
    to: dateTime(to.valueOf() + last * length),
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginBottom: theme.spacing(2) }),
  source: css({ width: theme.spacing(32), maxWidth: '100%' }),
  times: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
