import grafana from '@grafana/eslint-config';

export default [
  { ignores: ['dist', 'packages', 'node_modules', '.cache', 'src/backend/*/gen', 'tests/**/out'] },
  ...grafana,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      'react/prop-types': 'off',
      '@typescript-eslint/array-type': ['error', { default: 'array' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    // A folder offers what its index lists, by name.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.d.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export it by its name.' },
      ],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Components are mostly markup, and tests mostly lists of cases.
    files: ['src/**/*.tsx', 'src/**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
];
