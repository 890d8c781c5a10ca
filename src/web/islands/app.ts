import { startAutosave } from './autosave.ts';
import { startDateSliders, startDayBoxes } from './days.ts';
import { startConfirm } from './dialogs.ts';
import { startKeys } from './keys.ts';
import { startCopy, startFilters, startSelection } from './lists.ts';

document.documentElement.classList.add('scripted');
startAutosave();
startConfirm();
startFilters();
startSelection();
startDayBoxes();
startDateSliders();
startCopy();
startKeys();
document.querySelector<HTMLElement>('[data-focus]')?.focus();
