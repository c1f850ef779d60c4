process.env.TZ = 'UTC';

const transform = {
  '\\.m?[jt]sx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'classic' } },
      },
    },
  ],
};

/** Each project is one kind of test; what they need beyond Node is told by tests/support/requirements.ts. */
export default {
  // No test is about time: a busy machine may take longer.
  testTimeout: 60_000,
  projects: [
    { displayName: 'unit', testEnvironment: 'node', testMatch: ['<rootDir>/src/**/*.test.ts'], transform },
    {
      displayName: 'ui',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/browser-stand-ins.ts'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/tests/support/empty.ts',
        'react-inlinesvg': '<rootDir>/tests/support/no-icon.ts',
      },
      transform,
      transformIgnorePatterns: [], // much that Grafana's packages need ships as ES modules only
    },
    {
      displayName: 'conformance',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/conformance/**/*.test.ts'],
      transform,
    },
    {
      displayName: 'process',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/process/**/*.test.ts'],
      transform,
    },
    {
      displayName: 'package',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/package/**/*.test.ts'],
      transform,
    },
    {
      displayName: 'grafana',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/grafana/**/*.test.ts'],
      transform,
    },
    {
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      transform,
    },
  ],
};
