// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QFrame;
QT_END_NAMESPACE

namespace jz::ui {

class BatchBoard;

/// What stands on the desk before there is a batch: which recommending body we are.
class BatchSetup : public QScrollArea
{
    Q_OBJECT

public:
    BatchSetup(BatchBoard& board, QWidget* parent);

Q_SIGNALS:
    /// Somebody else's work is to be gone on with.
    void takeOverWanted();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QFrame* m_card;
};

} // namespace jz::ui
