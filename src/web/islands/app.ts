import { startAutosave } from './autosave.ts';
import { startConfirm } from './dialogs.ts';
import { startKeys } from './keys.ts';
import { startCopy, startDateSliders, startFilters, startSelection } from './lists.ts';

document.documentElement.classList.add('scripted');
startAutosave();
startConfirm();
startFilters();
startSelection();
startDateSliders();
startCopy();
startKeys();
document.querySelector<HTMLElement>('[data-focus]')?.focus();
