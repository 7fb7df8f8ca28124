import { keepForms } from './keeping.ts';
import { addRows } from './rows.ts';

keepForms(document.getElementById('keeping')?.dataset.member ?? null);
addRows();
