import type { ProblemCode } from '#lib/domain/problem.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the messages of problems may name, written out; empty where a problem does not know it. */
export type ProblemFacts = Record<
	| 'column'
	| 'value'
	| 'kind'
	| 'words'
	| 'unit'
	| 'reason'
	| 'together'
	| 'found'
	| 'option'
	| 'first'
	| 'source'
	| 'date'
	| 'known'
	| 'near'
	| 'was'
	| 'owner'
	| 'holders'
	| 'fitting'
	| 'count'
	| 'calendar'
	| 'own'
	| 'distance'
	| 'lies'
	| 'part'
	| 'whole'
	| 'from'
	| 'to'
	| 'area'
	| 'limit'
	| 'length'
	| 'share'
	| 'statuses'
	| 'allowed',
	string
>;
type ProblemMessage = (facts: ProblemFacts) => string;

/** What is wrong and what can be done about it. A code without both does not compile. */
export const PROBLEM_MESSAGES: Record<ProblemCode, readonly [ProblemMessage, ProblemMessage]> = {
	'file-not-found': [m.problem_file_not_found_what, m.problem_file_not_found_way],
	'file-unreadable': [m.problem_file_unreadable_what, m.problem_file_unreadable_way],
	'file-empty': [m.problem_file_empty_what, m.problem_file_empty_way],
	'already-loaded': [m.problem_already_loaded_what, m.problem_already_loaded_way],
	'demonstration-present': [
		m.problem_demonstration_present_what,
		m.problem_demonstration_present_way
	],
	'not-json': [m.problem_not_json_what, m.problem_not_json_way],
	'feature-not-json': [m.problem_feature_not_json_what, m.problem_feature_not_json_way],
	'not-geojson': [m.problem_not_geojson_what, m.problem_not_geojson_way],
	'no-features': [m.problem_no_features_what, m.problem_no_features_way],
	'not-polygon': [m.problem_not_polygon_what, m.problem_not_polygon_way],
	'coordinate-not-number': [
		m.problem_coordinate_not_number_what,
		m.problem_coordinate_not_number_way
	],
	'ring-open': [m.problem_ring_open_what, m.problem_ring_open_way],
	'looks-swapped': [m.problem_looks_swapped_what, m.problem_looks_swapped_way],
	'looks-projected': [m.problem_looks_projected_what, m.problem_looks_projected_way],
	'crs-unknown': [m.problem_crs_unknown_what, m.problem_crs_unknown_way],
	'transform-failed': [m.problem_transform_failed_what, m.problem_transform_failed_way],
	'field-missing': [m.problem_field_missing_what, m.problem_field_missing_way],
	'code-missing': [m.problem_code_missing_what, m.problem_code_missing_way],
	'code-duplicated': [m.problem_code_duplicated_what, m.problem_code_duplicated_way],
	'name-missing': [m.problem_name_missing_what, m.problem_name_missing_way],
	'geometry-invalid': [m.problem_geometry_invalid_what, m.problem_geometry_invalid_way],
	'geometry-collapsed': [m.problem_geometry_collapsed_what, m.problem_geometry_collapsed_way],
	overlap: [m.problem_overlap_what, m.problem_overlap_way],
	gap: [m.problem_gap_what, m.problem_gap_way],
	unmatched: [m.problem_unmatched_what, m.problem_unmatched_way],
	'outside-surroundings': [m.problem_outside_surroundings_what, m.problem_outside_surroundings_way],
	'validity-overlaps': [m.problem_validity_overlaps_what, m.problem_validity_overlaps_way],
	'date-unreadable': [m.problem_date_unreadable_what, m.problem_date_unreadable_way],
	'dates-reversed': [m.problem_dates_reversed_what, m.problem_dates_reversed_way],
	'column-missing': [m.problem_column_missing_what, m.problem_column_missing_way],
	'csv-broken': [m.problem_csv_broken_what, m.problem_csv_broken_way],
	'unit-unknown': [m.problem_unit_unknown_what, m.problem_unit_unknown_way],
	'unit-name-differs': [m.problem_unit_name_differs_what, m.problem_unit_name_differs_way],
	'number-unreadable': [m.problem_number_unreadable_what, m.problem_number_unreadable_way],
	'weight-sum': [m.problem_weight_sum_what, m.problem_weight_sum_way],
	'succession-gap-in-time': [
		m.problem_succession_gap_in_time_what,
		m.problem_succession_gap_in_time_way
	],
	'duplicate-row': [m.problem_duplicate_row_what, m.problem_duplicate_row_way],
	'event-recorded': [m.problem_event_recorded_what, m.problem_event_recorded_way],
	'already-recorded': [m.problem_already_recorded_what, m.problem_already_recorded_way],
	'indicator-unknown': [m.problem_indicator_unknown_what, m.problem_indicator_unknown_way],
	'indicator-missing': [m.problem_indicator_missing_what, m.problem_indicator_missing_way],
	'track-unknown': [m.problem_track_unknown_what, m.problem_track_unknown_way],
	'status-unknown': [m.problem_status_unknown_what, m.problem_status_unknown_way],
	'move-not-allowed': [m.problem_move_not_allowed_what, m.problem_move_not_allowed_way],
	'site-elsewhere': [m.problem_site_elsewhere_what, m.problem_site_elsewhere_way],
	'site-off-earth': [m.problem_site_off_earth_what, m.problem_site_off_earth_way],
	'site-swapped': [m.problem_site_swapped_what, m.problem_site_swapped_way],
	'model-unknown': [m.problem_model_unknown_what, m.problem_model_unknown_way],
	'period-in-future': [m.problem_period_in_future_what, m.problem_period_in_future_way],
	'value-missing': [m.problem_value_missing_what, m.problem_value_missing_way],
	'personal-column': [m.problem_personal_column_what, m.problem_personal_column_way],
	'not-a-dataset': [m.problem_not_a_dataset_what, m.problem_not_a_dataset_way],
	'format-unknown': [m.problem_format_unknown_what, m.problem_format_unknown_way],
	'format-broken': [m.problem_format_broken_what, m.problem_format_broken_way],
	'archive-broken': [m.problem_archive_broken_what, m.problem_archive_broken_way],
	'archive-bomb': [m.problem_archive_bomb_what, m.problem_archive_bomb_way],
	'file-encrypted': [m.problem_file_encrypted_what, m.problem_file_encrypted_way],
	'layer-choose': [m.problem_layer_choose_what, m.problem_layer_choose_way],
	'encoding-guessed': [m.problem_encoding_guessed_what, m.problem_encoding_guessed_way],
	'crs-from-projection': [m.problem_crs_from_projection_what, m.problem_crs_from_projection_way],
	'name-unmatched': [m.problem_name_unmatched_what, m.problem_name_unmatched_way],
	'name-ambiguous': [m.problem_name_ambiguous_what, m.problem_name_ambiguous_way],
	'area-differs': [m.problem_area_differs_what, m.problem_area_differs_way],
	'name-spelled-otherwise': [
		m.problem_name_spelled_otherwise_what,
		m.problem_name_spelled_otherwise_way
	],
	'code-other-province': [m.problem_code_other_province_what, m.problem_code_other_province_way],
	'province-other': [m.problem_province_other_what, m.problem_province_other_way],
	'code-not-in-directory': [
		m.problem_code_not_in_directory_what,
		m.problem_code_not_in_directory_way
	],
	'codes-unknown': [m.problem_codes_unknown_what, m.problem_codes_unknown_way],
	'axes-swapped': [m.problem_axes_swapped_what, m.problem_axes_swapped_way],
	'outside-country': [m.problem_outside_country_what, m.problem_outside_country_way],
	'file-misplaced': [m.problem_file_misplaced_what, m.problem_file_misplaced_way],
	'unit-misplaced': [m.problem_unit_misplaced_what, m.problem_unit_misplaced_way],
	'unit-on-another': [m.problem_unit_on_another_what, m.problem_unit_on_another_way],
	'part-far': [m.problem_part_far_what, m.problem_part_far_way],
	'area-unlike': [m.problem_area_unlike_what, m.problem_area_unlike_way],
	'shapes-left-out': [m.problem_shapes_left_out_what, m.problem_shapes_left_out_way],
	'part-missing': [m.problem_part_missing_what, m.problem_part_missing_way],
	'format-not-read': [m.problem_format_not_read_what, m.problem_format_not_read_way],
	'open-too-large': [m.problem_open_too_large_what, m.problem_open_too_large_way],
	'open-too-long': [m.problem_open_too_long_what, m.problem_open_too_long_way],
	'not-a-table': [m.problem_not_a_table_what, m.problem_not_a_table_way],
	'table-empty': [m.problem_table_empty_what, m.problem_table_empty_way],
	'sheet-missing': [m.problem_sheet_missing_what, m.problem_sheet_missing_way],
	'heading-missing': [m.problem_heading_missing_what, m.problem_heading_missing_way],
	'workbook-macros': [m.problem_workbook_macros_what, m.problem_workbook_macros_way],
	'workbook-other': [m.problem_workbook_other_what, m.problem_workbook_other_way],
	'workbook-links': [m.problem_workbook_links_what, m.problem_workbook_links_way],
	'too-many-columns': [m.problem_too_many_columns_what, m.problem_too_many_columns_way],
	'rows-hidden': [m.problem_rows_hidden_what, m.problem_rows_hidden_way],
	'columns-hidden': [m.problem_columns_hidden_what, m.problem_columns_hidden_way],
	'columns-left-out': [m.problem_columns_left_out_what, m.problem_columns_left_out_way],
	'figure-merged': [m.problem_figure_merged_what, m.problem_figure_merged_way],
	'formula-uncomputed': [m.problem_formula_uncomputed_what, m.problem_formula_uncomputed_way],
	'cell-error': [m.problem_cell_error_what, m.problem_cell_error_way],
	'unit-not-then': [m.problem_unit_not_then_what, m.problem_unit_not_then_way],
	'period-incomplete': [m.problem_period_incomplete_what, m.problem_period_incomplete_way],
	'period-unreadable': [m.problem_period_unreadable_what, m.problem_period_unreadable_way],
	'period-contradiction': [m.problem_period_contradiction_what, m.problem_period_contradiction_way],
	'period-unclear': [m.problem_period_unclear_what, m.problem_period_unclear_way],
	'period-coarse': [m.problem_period_coarse_what, m.problem_period_coarse_way],
	'calendar-unreadable': [m.problem_calendar_unreadable_what, m.problem_calendar_unreadable_way],
	'percent-of-count': [m.problem_percent_of_count_what, m.problem_percent_of_count_way],
	'percent-unclear': [m.problem_percent_unclear_what, m.problem_percent_unclear_way],
	'former-differs': [m.problem_former_differs_what, m.problem_former_differs_way],
	'communes-of-another-date': [
		m.problem_communes_of_another_date_what,
		m.problem_communes_of_another_date_way
	],
	'period-straddles': [m.problem_period_straddles_what, m.problem_period_straddles_way],
	'other-calendar': [m.problem_other_calendar_what, m.problem_other_calendar_way],
	'figures-summed': [m.problem_figures_summed_what, m.problem_figures_summed_way],
	'figures-estimated': [m.problem_figures_estimated_what, m.problem_figures_estimated_way],
	'sum-twice': [m.problem_sum_twice_what, m.problem_sum_twice_way],
	'sum-incomplete': [m.problem_sum_incomplete_what, m.problem_sum_incomplete_way],
	'part-over-whole': [m.problem_part_over_whole_what, m.problem_part_over_whole_way],
	'count-not-whole': [m.problem_count_not_whole_what, m.problem_count_not_whole_way],
	jump: [m.problem_jump_what, m.problem_jump_way],
	'total-differs': [m.problem_total_differs_what, m.problem_total_differs_way],
	'period-closed': [m.problem_period_closed_what, m.problem_period_closed_way],
	'state-secret': [m.problem_state_secret_what, m.problem_state_secret_way]
};
