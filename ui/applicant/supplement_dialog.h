// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/supplement_intake.h"

#include <QDialog>

namespace jz::ui {

class ComparisonTable;

/// A recommending body's notice (补充通知): what it changes against the call, or against the notice in force, for which dossiers. Accepted, it is taken
/// over; or, where it is in force already, taken off again.
class SupplementDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose {
        TakeOver, ///< 采用
        TakeOff,  ///< 停用
    };
    SupplementDialog(const SupplementNews& news, Purpose purpose, QWidget* parent);

private:
    void fill(const SupplementNews& news);
    QWidget* remarks(const SupplementNews& news);

    Purpose m_purpose;
    ComparisonTable* m_table;
};

} // namespace jz::ui
