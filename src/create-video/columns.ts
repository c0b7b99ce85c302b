/** The dialog's parts: three columns where there is room, one below it with the button always in sight. */
export const columns = {
  form: 'min-h-0 flex-1 overflow-y-auto overscroll-contain min-[960px]:grid min-[960px]:grid-cols-[300px_minmax(0,1fr)_260px] min-[960px]:grid-rows-[minmax(0,1fr)_auto] min-[960px]:overflow-hidden',
  first: 'px-5 pt-5 min-[960px]:row-span-2 min-[960px]:overflow-y-auto min-[960px]:pb-5',
  inputs: 'border-line p-5 min-[960px]:row-span-2 min-[960px]:overflow-y-auto min-[960px]:border-x',
  summary: 'border-t border-line p-5 min-[960px]:overflow-y-auto min-[960px]:border-t-0',
  submit:
    'sticky bottom-0 border-t border-line bg-surface p-5 max-[960px]:py-3.5 min-[960px]:border-t-0 min-[960px]:pt-0',
}
