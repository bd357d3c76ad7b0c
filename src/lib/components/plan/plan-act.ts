/** What a plan's dialog is opened for. */
export type PlanAct = 'save' | 'decide' | 'annex';
