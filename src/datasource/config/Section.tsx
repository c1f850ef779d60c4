import React, { type ReactNode } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { FieldSet, useStyles2 } from '@grafana/ui';

interface Props {
  readonly title: string;
  /** What the section is for, and what happens without it. */
  readonly about: ReactNode;
  readonly children?: ReactNode;
}

export function Section({ title, about, children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <FieldSet label={title} className={styles.section}>
      <p className={styles.about}>{about}</p>
      {children}
    </FieldSet>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  section: css({ maxWidth: theme.spacing(124) }),
  about: css({ color: theme.colors.text.secondary }),
});
