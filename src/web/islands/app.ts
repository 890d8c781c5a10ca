import { startAutosave } from './autosave.ts';
import { startDateSliders, startDayBoxes } from './days.ts';
import { startConfirm } from './dialogs.ts';
import { startKeys } from './keys.ts';
import { startCopy, startFilters, startSelection } from './lists.ts';
import { startUnitPickers } from './units.ts';

document.documentElement.classList.add('scripted');
startAutosave();
startConfirm();
startFilters();
startSelection();
startDayBoxes();
startDateSliders();
startCopy();
startKeys();
startUnitPickers();
document.querySelector<HTMLElement>('[data-focus]')?.focus();
