import React from 'react';
import type { SectionProps } from '../../section-props';
import { ConnectionFields } from './ConnectionFields';
import { CredentialFields } from './CredentialFields';
import { LimitFields } from './LimitFields';
import { ScopeFields } from './ScopeFields';
import { ScopePicker } from './ScopePicker';

/** Who asks Azure, for which logs, and within what limits. */
export function LogAnalyticsFields(props: SectionProps) {
  return (
    <>
      <CredentialFields {...props} />
      {!props.disabled && <ScopePicker {...props} />}
      <ScopeFields {...props} />
      <LimitFields {...props} />
      <ConnectionFields {...props} />
    </>
  );
}
