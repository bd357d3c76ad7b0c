import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TaskTimer } from './task-timer.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('counts work and not the waiting for a turn', () => {
	const end = vi.fn();
	const timer = new TaskTimer(1000, end);
	timer.start();
	vi.advanceTimersByTime(600);
	timer.pause();
	vi.advanceTimersByTime(60_000);
	expect(end).not.toHaveBeenCalled();
	timer.start();
	vi.advanceTimersByTime(399);
	expect(end).not.toHaveBeenCalled();
	vi.advanceTimersByTime(1);
	expect(end).toHaveBeenCalledOnce();
});

it('ends nothing once it was stopped', () => {
	const end = vi.fn();
	const timer = new TaskTimer(1000, end);
	timer.start();
	timer.pause();
	timer.pause();
	vi.advanceTimersByTime(10_000);
	expect(end).not.toHaveBeenCalled();
});
