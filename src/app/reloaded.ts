/** Whether this page load is a reload or a return to the tab's history, not a fresh visit. */
export const reloaded = () =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate')
