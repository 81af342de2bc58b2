// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/receiving.h"

#include <QDialog>

namespace jz::ui {

class EntryList;

/// What became of the files that came: what each is, whether it was taken in, what was found and what to do.
class ReceiptDialog : public QDialog
{
    Q_OBJECT

public:
    ReceiptDialog(const QList<ReceivedPaper>& papers, QWidget* parent);

    EntryList& list() { return *m_list; }

private:
    EntryList* m_list;
};

/// "收到 5 个文件：新收到 3，更新 1，未收入 1。"
QString receiptSummary(const QList<ReceivedPaper>& papers);

} // namespace jz::ui
