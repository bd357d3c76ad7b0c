import type { Show } from '#lib/state/story/show.svelte.ts';

/**
 * Keys of a presentation: those of clickers (PageDown, PageUp; some send B or a full stop), and of keyboards.
 *
 * @param others what the room itself does, by key
 */
export function showKeys(
	show: Show,
	others: Readonly<Record<string, () => void>>
): (event: KeyboardEvent) => void {
	const next = () => show.next();
	const previous = () => show.previous();
	const blank = () => (show.blank = !show.blank);
	const actions: Readonly<Record<string, () => unknown>> = {
		ArrowRight: next,
		ArrowDown: next,
		PageDown: next,
		' ': next,
		ArrowLeft: previous,
		ArrowUp: previous,
		PageUp: previous,
		Backspace: previous,
		Home: () => show.goTo(0),
		End: () => show.goTo(show.slides.length - 1),
		b: blank,
		'.': blank,
		p: () => show.togglePlay(),
		a: () => show.toggleLobby(),
		Enter: () => show.enter(),
		...others
	};
	return (event) => {
		// A chart that reads its marks by arrows has had them already.
		if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
		if (show.blank) {
			event.preventDefault();
			show.blank = false;
			return;
		}
		const onButton = event.target instanceof HTMLElement && event.target.closest('button, input');
		if (onButton && [' ', 'Enter', 'Backspace'].includes(event.key)) return;
		if (event.target instanceof HTMLInputElement) return;
		if (/^\d$/.test(event.key)) {
			show.typed += event.key;
			return;
		}
		const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
		if (!action) return;
		event.preventDefault();
		action();
		show.typed = '';
	};
}
