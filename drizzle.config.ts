import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/lib/server/database/tables/index.ts',
  out: './drizzle',
  casing: 'snake_case'
});
