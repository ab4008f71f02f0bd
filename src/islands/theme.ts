// The colours that a person has chosen: read from and written to the page and the browser's memory.

export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** Returns the theme that is chosen. */
export function currentTheme(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Shows a theme and remembers it. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('callboard:theme', theme);
  } catch {
    // Not remembered where storage is forbidden.
  }
  dispatchEvent(new CustomEvent('callboard:theme'));
}
