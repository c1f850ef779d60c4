import React, { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Badge, Input, useStyles2 } from '@grafana/ui';
import { families } from '../../core/scenarios';
import { appUrl } from '../../ui/links';
import { cards } from '../cards';

/** All scenarios, by family, with a search over their texts. */
export function CataloguePage() {
  const styles = useStyles2(getStyles);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = Object.entries(cards).filter(([id, card]) =>
    [id, card.title, card.summary, card.ownerTitle].some((text) => text.toLowerCase().includes(wanted)),
  );

  return (
    <PluginPage subTitle="What can go wrong at an API Management gateway, why, and what to do.">
      <Input
        aria-label="Search scenarios"
        placeholder="Search scenarios"
        width={40}
        value={search}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      {found.length === 0 && <p role="status">No scenario mentions “{search}”.</p>}
      {Object.entries(families).map(([family, title]) => {
        const members = found.filter(([, card]) => card.family === family);
        return members.length === 0 ? null : (
          <section key={family}>
            <h3 className={styles.family}>{title}</h3>
            <ul className={styles.list}>
              {members.map(([id, card]) => (
                <li key={id}>
                  <a className={styles.link} href={appUrl(card.runbook)}>
                    {card.title}
                  </a>{' '}
                  <Badge text={card.ownerTitle} color="blue" />
                  <p>{card.summary}</p>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  family: css({ marginTop: theme.spacing(3) }),
  list: css({ listStyle: 'none' }),
  link: css({ color: theme.colors.text.link, fontWeight: theme.typography.fontWeightMedium }),
});
